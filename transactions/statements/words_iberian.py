"""More names of columns in the languages of Spain and Portugal, by what the column holds: see `words_columns`."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "Spanish": {
        "booking_date": """
            fecha de contabilización | fecha contabilización | fecha de cargo | fecha cargo | fecha de aplicación
            fecha de proceso | fecha proceso | f.operación | f. de operación | fecha de operacion | fecha operacion
            fecha apunte | fecha del apunte | fecha de abono | fecha posteo | fecha de ejecución
        """,
        "date": """
            fecha transaccion | fecha de compra | fecha compra | fecha del movimiento | fecha de movimiento
            fecha mov. | fecha trans | fecha trx | fecha pago | fecha de pago | fecha emisión | fec. | fec operación
            fecha y hora de la operación | fecha de creación | fecha/hora
        """,
        "value_date": """
            f.valor | fecha de valoración | fecha valuta | f. val | fecha efectiva
        """,
        "amount": """
            importe (€) | importe (eur) | importe € | importe en euros | importe en eur | importe de la operación
            importe del movimiento | importe movimiento | monto (clp) | monto clp | monto ($) | monto $
            monto pesos | monto en pesos | monto operación | monto transacción | monto de la transacción
            monto total | valor transacción | valor movimiento | valor ($) | cargo/abono | cargos/abonos
            abonos/cargos | abono/cargo | ingreso/gasto | importe total | movimientos | monto movimiento
            monto en moneda local | total operación | valor total
        """,
        "debit": """
            cargo ($) | cargos ($) | cargo (clp) | cargos (clp) | cargos clp | giros | giro | giros o cargos
            cheques y cargos | cheques / cargos | cargo $ | débitos ($) | débito ($) | monto cargo | monto débito
            importe cargo | importe debe | importe débito | salidas (€) | pagos | gastos | retiros ($)
            retiros/cargos | egresos | debitos | debe (€) | adeudo | adeudos | cargo en cuenta | monto retiro
            compras
        """,
        "credit": """
            abono ($) | abonos ($) | abono (clp) | abonos (clp) | abonos clp | depósitos o abonos
            depósitos y abonos | depositos y abonos | depósitos / abonos | depositos | deposito | abono $
            créditos ($) | crédito ($) | monto abono | monto crédito | importe abono | importe haber
            importe crédito | entradas (€) | ingresos (€) | depósitos ($) | depósitos/abonos | creditos | haber (€)
            abono en cuenta | monto depósito
        """,
        "balance": """
            saldo (€) | saldo (eur) | saldo € | saldo en euros | saldo posterior | saldo tras operación
            saldo final del movimiento | saldo ($) | saldo (clp) | saldo clp | saldo diario | saldos | saldo cuenta
            saldo de la cuenta | saldo después | saldo parcial | saldo acumulado | saldo resultante | disponible
        """,
        "currency": """
            tipo moneda | tipo de moneda | moneda de la cuenta | moneda operación | divisa de la cuenta
            divisa importe | código moneda | mon.
        """,
        "flag": """
            debe/haber | cargo o abono | cargo/abono tipo | signo del importe | d/h | débito/crédito
            tipo (cargo/abono) | débito o crédito | tipo de transacción d/c | naturaleza del movimiento
        """,
        "counterparty": """
            beneficiario/ordenante | ordenante/beneficiario | nombre beneficiario | nombre del beneficiario
            nombre ordenante | nombre destinatario | nombre del comercio | nombre comercio | establecimiento
            emisor | remitente | contraparte | proveedor | cliente | tercero | nombre origen | comercio/entidad
            razón social
        """,
        "description": """
            descripcion | descripción de la operación | descripción del movimiento | descripcion movimiento
            descripción movimiento | descripción transacción | detalle movimiento | detalle del movimiento
            detalle de la transacción | detalle de movimiento | detalle transacción | concepto/referencia
            concepto de la operación | observación | observacion | comentario | comentarios | información adicional
            informacion adicional | referencia/concepto | operación | operacion | transacción | transaccion | asunto
            motivo | texto | leyenda | mensaje | descripción ampliada | concepto original | concepto común
            texto adicional | referencia 1
        """,
        "external_id": """
            nº operación | n° operación | nro operación | número operación | número de operación | n° de operación
            nº de documento | n° documento | nro. documento | nro documento | numero documento | folio
            nro. referencia | nº referencia | n° referencia | referencia interna | código operación | id operación
            id transacción | id de transacción | id movimiento | nro. transacción | comprobante | nro comprobante
            número de comprobante | nº movimiento | no. referencia | no. documento | no. de referencia
            código de autorización | autorización | secuencial
        """,
        "account": """
            nro. cuenta | nro cuenta | no. cuenta | no. de cuenta | n° cuenta | numero de cuenta | cuenta origen
            cuenta cargo | tarjeta | nº tarjeta | número de tarjeta | numero tarjeta | código cuenta cliente | ccc
            cbu | clabe
        """,
        "counter_account": """
            cuenta contraparte | cuenta del beneficiario | cuenta de destino | iban ordenante | cuenta ordenante
            cuenta abono | cuenta contrapartida | cuenta receptora
        """,
        "status": """
            situación | estado operación | estado del movimiento | estatus
        """,
        "category": """
            categoría gasto | categoria gasto | subcategoria | rubro | grupo | categoría principal
        """,
        "type": """
            tipo de transacción | tipo transacción | tipo de operacion | tipo operacion | tipo trx | código
            cod. operación | código operación bancaria | canal | oficina | sucursal | medio de pago | forma de pago
            cheque | nº cheque | código de transacción
        """,
        "foreign_amount": """
            importe en moneda extranjera | importe moneda extranjera | importe moneda origen
            monto moneda extranjera | monto en dólares | monto us$ | monto usd | monto origen
            importe original (divisa) | importe divisa | iva monto | propina | cuotas | cuota
        """,
        "foreign_currency": """
            moneda original | moneda extranjera | divisa origen | moneda origen
        """,
        "fee": """
            comisión (€) | comision | importe comisión | gastos comisión | cargos bancarios | itf
        """,
    },
    "Portuguese": {
        "booking_date": """
            data de processamento | data contábil | data contabil | data do movimento contabilístico | data operacao
            data da operação | data de efetivação | data do registo | data registo | dt. lançamento | dt lançamento
            dt. mov. | data balancete
        """,
        "date": """
            data transação | data transacção | data da transacção | data da compra | data compra | data/hora
            data hora | data e hora da transação | data do pagamento | data pagamento | data mov | data de movimento
            dia/hora | data criação
        """,
        "value_date": """
            data-valor | dt. valor | data de valor | data do valor
        """,
        "amount": """
            valor (r$) | valor(r$) | valor em reais | valor (brl) | valor (eur) | valor da transação
            valor transação | valor do lançamento | valor lançamento | valor movimento | valor da operação
            valor líquido | valor total | montante (eur) | montante em eur | montante movimento | importância
            importancia | importância (eur) | valor (€) | crédito/débito | débito/crédito valor | movimentos
            valor pago | quantia (eur)
        """,
        "debit": """
            débito (r$) | débito (eur) | debito (r$) | débitos (r$) | saídas (r$) | saída (r$) | saídas (eur)
            valor débito | valor a débito | débito(-) | débito (-) | levantamento | levantamentos | pagamentos
            despesa | despesas | saque | saques | valor debitado
        """,
        "credit": """
            crédito (r$) | crédito (eur) | credito (r$) | créditos (r$) | entradas (r$) | entrada (r$)
            entradas (eur) | valor crédito | valor a crédito | crédito(+) | crédito (+) | receita | receitas
            valor creditado | recebimentos
        """,
        "balance": """
            saldo (r$) | saldo(r$) | saldo (eur) | saldo contabilístico | saldo após movimento | saldo após
            saldo do dia | saldo disponível | saldo contábil | saldo da conta | saldo autorizado | saldo acumulado
        """,
        "currency": """
            moeda da conta | moeda transação | divisa da conta | código da moeda
        """,
        "flag": """
            débito/crédito | débito ou crédito | d/c natureza | natureza | natureza do lançamento | sinal d/c
            crédito/débito tipo | tipo de lançamento (d/c) | entrada/saída
        """,
        "counterparty": """
            nome do favorecido | favorecido/pagador | nome favorecido | beneficiário/ordenante | ordenante | pagador
            recebedor | destinatário | remetente | origem/destino | origem / destino | razão social
            estabelecimento | nome da contraparte | contraparte | fornecedor | cliente | nome/razão social | título
        """,
        "description": """
            descrição do movimento | descrição movimento | descrição da transação | descricao | descrição original
            descritivo | detalhe | detalhes | detalhes da transação | histórico/documento | histórico do lançamento
            informações | informação adicional | observação | observações | obs | obs. | complemento | memo
            identificação | transação | operação | descrição do lançamento | lançamentos | mensagem | motivo
            movimento descrição | texto
        """,
        "external_id": """
            número documento | num. documento | nr. documento | nº do documento | nº doc | nro. documento | nr. doc
            docto. | doc. | documento | id transação | id da transação | identificador da transação
            código da transação | código de transação | nº operação | número da operação | número do movimento
            nº movimento | autenticação | protocolo | nsu
        """,
        "account": """
            conta corrente | conta origem | nº da conta | nº conta | agência/conta | conta cartão | cartão
            número do cartão | nº cartão | final do cartão
        """,
        "counter_account": """
            conta contraparte | conta do favorecido | iban destino | iban origem | conta favorecida
        """,
        "status": """
            situação do lançamento | estado da transação | status da transação
        """,
        "category": """
            categoria mãe | sub-categoria | subcategoria | grupo
        """,
        "type": """
            tipo de lançamento | tipo lançamento | tipo de transação | tipo transação | tipo da transação
            código histórico | cod. histórico | agência | dependência origem | canal | forma de pagamento
            tipo de transacção
        """,
        "foreign_amount": """
            valor moeda estrangeira | valor em us$ | valor (us$) | valor na moeda original
            montante na moeda original | valor origem | parcela | parcelas
        """,
        "foreign_currency": """
            moeda original | moeda estrangeira | moeda de origem
        """,
        "fee": """
            taxas | tarifas | comissões | encargos | iof | valor da taxa
        """,
    },
    "Catalan, Galician, Basque": {
        "booking_date": """
            data operació | data comptable | data de l'operació | data d'operació | data contable | eragiketa-data
        """,
        "date": """
            data de compra | data i hora | data moviment | data do movemento
        """,
        "value_date": """
            data valor | balio-data
        """,
        "amount": """
            import | import (eur) | import € | import operació | import en euros | importe eur | zenbatekoa
            quantitat
        """,
        "debit": """
            càrrec | càrrecs | despeses | despesa | deure | cargos eur | sortides
        """,
        "credit": """
            abonament | abonaments | ingressos | ingrés | haver | entrades
        """,
        "balance": """
            saldo disponible | saldo comptable | saldo posterior | saldoa
        """,
        "counterparty": """
            beneficiari | ordenant | comerç | nom | onuraduna
        """,
        "description": """
            concepte | descripció | moviment | observacions | informació addicional | detall | kontzeptua
            descrición | concepto movemento | més dades
        """,
        "external_id": """
            referència | número d'operació | erreferentzia
        """,
        "type": """
            tipus | tipus d'operació | mota
        """,
    },
}
