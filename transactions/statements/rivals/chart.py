"""Which accounts of a double-entry book are the holder's own, and which are categories.

Own accounts stand under assets and liabilities, categories under income and expenses. The roots are known in a dozen
languages; a book may declare its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from transactions.statements.folding import contains_phrase, fold, phrases
from transactions.statements.rivals.values import kind_of_name, path

ASSET, LIABILITY, INCOME, EXPENSE, EQUITY, UNKNOWN = "asset", "liability", "income", "expense", "equity", ""
_ROOTS = {
    ASSET: phrases("assets | asset | aktiva | vermögen | actifs | actif | activos | activo | attività | attivo | ativos"
                   " | ativo | activa | bezittingen | aktywa | tillgångar | aktiver | eiendeler | varat | активы | 资产"
                   " | 資産 | aset | varlıklar | majetek"),
    LIABILITY: phrases("liabilities | liability | debts | debt | verbindlichkeiten | fremdkapital | passifs | passif"
                       " | dettes | pasivos | pasivo | passività | passivi | passivos | passivo | schulden | passiva"
                       " | zobowiązania | skulder | gæld | gjeld | velat | обязательства | пассивы | 负债 | 負債"),
    INCOME: phrases("income | incomes | revenue | revenues | erträge | ertrag | einkommen | einnahmen | revenus"
                    " | revenu | produits | ingresos | entrate | ricavi | receitas | receita | inkomsten | opbrengsten"
                    " | przychody | intäkter | indtægter | inntekter | tulot | доходы | 收入 | 収益 | příjmy"),
    EXPENSE: phrases("expenses | expense | aufwendungen | aufwand | ausgaben | dépenses | charges | gastos | spese"
                     " | uscite | despesas | despesa | uitgaven | kosten | wydatki | koszty | utgifter | udgifter"
                     " | menot | kulut | расходы | 支出 | 费用 | 費用 | výdaje"),
    EQUITY: phrases("equity | eigenkapital | capitaux propres | capital | patrimonio | patrimonio neto | capital propio"
                    " | património | eigen vermogen | kapitał | eget kapital | egenkapital | капитал | 权益 | 純資産"),
}  # fmt: skip
_OPENING = phrases(
    "opening | opening balance | opening balances | starting | starting balance | starting balances | initial balance"
    " | initial balances | anfangsbestand | anfangsbestände | eröffnung | ouverture | soldes initiaux | apertura"
    " | saldos iniciales | saldi iniziali | abertura | beginsaldo | openingsbalans | bilans otwarcia | opening closing"
)
_ASSETS = phrases(
    "receivable | receivables | accounts receivable | house | home | property | real estate | vehicle | car"
)


@dataclass(slots=True)
class Chart:
    """`types`: what the book itself declares, by full account name or by root (as written)."""

    types: Mapping[str, str] = field(default_factory=dict)
    separator: str = ":"
    _known: dict[str, str] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def type_of(self, account: str) -> str:
        """ASSET, LIABILITY, INCOME, EXPENSE, EQUITY, or UNKNOWN."""
        if account not in self._known:
            self._known[account] = self._find_type(account)
        return self._known[account]

    def is_own(self, account: str) -> bool:
        return self.type_of(account) in (ASSET, LIABILITY)

    def is_opening(self, account: str) -> bool:
        return self.type_of(account) == EQUITY and contains_phrase(fold(account.replace(self.separator, " ")), _OPENING)

    def name(self, account: str) -> str:
        """The account without its root, in full where two accounts would get one name."""
        short = self._levels(account)[1:]
        name = self.separator.join(short) if short and self.type_of(account) else account
        return name if self._names.setdefault(name, account) == account else account

    def kind(self, account: str) -> str:
        """The kind of an own account; '' where a name tells nothing."""
        words = " ".join(self._levels(account)[1:]) or account
        found = kind_of_name(words)
        if self.type_of(account) == LIABILITY:
            return "loan" if found == "loan" else "credit_card" if found == "credit_card" else ""
        return found or ("asset" if contains_phrase(fold(words), _ASSETS) else "")

    def category(self, account: str) -> str:
        """The category an account stands for, as `Group: Name`; '' for equity and for what no category is known."""
        kind = self.type_of(account)
        levels = self._levels(account)
        if kind == EQUITY or fold(levels[0]).split(" ")[0] in ("imbalance", "orphan", "trading"):
            return ""
        return path(*(levels[1:] or levels)) if kind else path(*levels)

    def _find_type(self, account: str) -> str:
        at = account
        while at:
            if at in self.types:
                return self.types[at]
            at = at.rpartition(self.separator)[0]
        root = fold(self._levels(account)[0])
        return next((kind for kind, words in _ROOTS.items() if root in words), UNKNOWN)

    def _levels(self, account: str) -> list[str]:
        return account.split(self.separator)
