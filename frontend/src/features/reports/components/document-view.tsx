import { Title } from '@mantine/core'
import { useMemo } from 'react'
import { factsById, wordsAround, type Item, type ReportDocument, type ReportSection, type Table as ReportTable, type WordsAround } from '../lib/document'
import { ReportChart } from './report-chart'
import { FactsContext, Words } from './sentence'
import classes from './document-view.module.css'

/** The report as a page that reads: sentences first, every figure leading to its rows. */
export function DocumentView({ document }: { document: ReportDocument }) {
  const facts = useMemo(() => factsById(document), [document])
  return (
    <FactsContext value={facts}>
      <div className={classes['report']} lang={document.language}>
        <p className={classes['headline']}>
          <Words sentence={document.headline} />
        </p>
        <dl className={classes['figures']}>
          {document.key_figures.map(({ label, value, note }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className={classes['value']}>
                <Words sentence={value} />
              </dd>
              <dd className={classes['note']}>
                <Words sentence={note} />
              </dd>
            </div>
          ))}
        </dl>
        {document.sections.map((section) => (
          <SectionView key={section.id} section={section} words={wordsAround(document)} wordedBy={document.worded?.find((one) => one.section === section.id)?.model} />
        ))}
      </div>
    </FactsContext>
  )
}

interface SectionViewProps {
  section: ReportSection
  words: WordsAround
  wordedBy: string | undefined
}

function SectionView({ section, words, wordedBy }: SectionViewProps) {
  const id = `section-${section.id}`
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <Title order={2} id={id} className={classes['heading']}>
        {section.title}
      </Title>
      <div className={classes['body']}>
        {section.sentences.map((sentence, index) => (
          <p key={index} className={classes['sentence']}>
            <Words sentence={sentence} />
          </p>
        ))}
        {wordedBy ? (
          <p className={classes['worded']}>
            {words.worded} {wordedBy}. {words.filled}
          </p>
        ) : null}
        {section.items.length > 0 ? (
          <ol className={classes['items']}>
            {section.items.map((item, index) => (
              <AdviceItem key={`${item.rule}-${index}`} item={item} words={words} />
            ))}
          </ol>
        ) : null}
        {section.charts.map((chart) => (
          <ReportChart key={chart.id} chart={chart} />
        ))}
        {section.tables.map((table) => (
          <TableView key={table.id} table={table} />
        ))}
      </div>
    </section>
  )
}

function TableView({ table }: { table: ReportTable }) {
  return (
    <div className={classes['scroll']} tabIndex={0} role="group" aria-label={table.caption}>
      <table className={classes['table']}>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.title} scope="col" data-numeric={column.is_numeric || undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, number) => (
            <tr key={number}>
              {row.map((cell, index) => (
                <td key={index} data-numeric={table.columns[index]?.is_numeric ? true : undefined}>
                  <Words sentence={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function AdviceItem({ item, words }: { item: Item; words: WordsAround }) {
  const parts = [
    { label: words.why, sentence: item.why },
    { label: words.how, sentence: item.how },
    { label: words.gain, sentence: item.gain },
  ].filter(({ sentence }) => sentence.parts.length > 0)
  return (
    <li className={classes['item']}>
      <h3 className={classes['itemTitle']}>
        <Words sentence={item.title} />
      </h3>
      <p className={classes['sentence']}>
        <Words sentence={item.what} />
      </p>
      <dl className={classes['reasons']}>
        {parts.map(({ label, sentence }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Words sentence={sentence} />
            </dd>
          </div>
        ))}
        {item.effort ? (
          <div>
            <dt>{words.effort}</dt>
            <dd>{item.effort}</dd>
          </div>
        ) : null}
      </dl>
    </li>
  )
}
