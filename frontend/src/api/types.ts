/** Names for the shapes of the generated schema; the only place that spells the path into it. */

import type { components } from './schema.gen'

type Schemas = components['schemas']

/** An answer carries every field; the schema marks those optional that a request may leave out. */
export type Whole<T> = T extends readonly (infer Item)[]
  ? Whole<Item>[]
  : T extends object
    ? { [Name in keyof T]-?: Whole<T[Name]> }
    : T

export type Me = Whole<Schemas['UserDetail']>
export type Session = Whole<Schemas['Session']>
export type PersonalToken = Whole<Schemas['PersonalToken']>
export type PersonalTokenGiven = Schemas['PersonalTokenGivenRequest']
export type SecondFactorState = Whole<Schemas['SecondFactor']>
export type Passkey = Whole<Schemas['Passkey']>
export type PasskeyMade = Schemas['PasskeyMadeRequest']
export type PasskeyUsed = Schemas['PasskeyUsedRequest']
export type Household = Whole<Schemas['Household']>
export type HouseholdPatch = Schemas['PatchedHouseholdUpdateRequest']
export type Member = Whole<Schemas['Member']>
export type MemberRole = Schemas['MemberRole']
export type Invitation = Whole<Schemas['Invitation']>
export type InvitationMade = Whole<Schemas['InvitationMade']>
export type InvitationGiven = Schemas['InvitationGivenRequest']
export type Account = Whole<Schemas['Account']>
export type AccountKind = Schemas['AccountKind']
export type Category = Whole<Schemas['Category']>
export type CategoryKind = Schemas['CategoryKind']
export type Rule = Whole<Schemas['Rule']>
export type Transaction = Whole<Schemas['Transaction']>
export type TransactionRequest = Schemas['TransactionGivenRequest']
export type TransactionPatch = Schemas['PatchedTransactionGivenRequest']
export type SplitRequest = Schemas['SplitRequest']
export type Summary = Whole<Schemas['Summary']>
/** What a person says about a file; a name that is left out leaves the decision to the reader. */
export type ImportOverrides = Schemas['Overrides']
export type StatementImport = Omit<Whole<Schemas['Import']>, 'overrides'> & { overrides: ImportOverrides }
export type ImportAccount = StatementImport['accounts'][number]
export type ImportQuestion = StatementImport['questions'][number]
export type ImportColumn = StatementImport['columns'][number]
export type ImportRow = StatementImport['preview'][number]
export type ImportMatch = NonNullable<ImportRow['match']>
export type ImportCertificate = NonNullable<StatementImport['certificate']>
export type ImportLine = Whole<Schemas['ImportLine']>
export type ImportProfile = Whole<Schemas['ImportProfile']>
export type RollbackPreview = Whole<Schemas['Rollback']>
export type DuplicateReview = Whole<Schemas['DuplicateReview']>
/** `files` is empty until the report is written. */
export type Report = Omit<Whole<Schemas['Report']>, 'files'> & { files: Schemas['ReportFiles'] }
export type ReportDelivery = NonNullable<Report['delivery']>
export type ReportSchedule = Whole<Schemas['ReportSchedule']>
export type Fact = Whole<Schemas['Fact']>
export type Evidence = Whole<Schemas['Evidence']>
export type Job = Whole<Schemas['Job']>
export type JobStatus = Schemas['JobStatus']

export interface Page<T> {
  results: T[]
  next: string | null
  previous: string | null
}
export type ChangeSet = Whole<Schemas['ChangeSet']>
export type RowChange = Whole<Schemas['History']>
export type RowOrigin = Whole<Schemas['Origin']>
export type DeletedRow = Whole<Schemas['Deleted']>
export type BulkRequest = Schemas['BulkGivenRequest']
export type BulkChanges = Schemas['BulkChangesRequest']
export type BulkPreview = Whole<Schemas['BulkPreview']>
export type BulkDone = Whole<Schemas['BulkDone']>
export type Completion = Schemas['Completion']
export type SavedSearch = Whole<Schemas['SavedSearch']>
export type Reconciliation = Whole<Schemas['Reconciliation']>
export type TickRow = Whole<Schemas['TickRow']>
export type Payee = Whole<Schemas['Payee']>
export type CategoryUsage = Whole<Schemas['CategoryUsage']>
export type Counterparty = Whole<Schemas['Counterparty']>
export type RuleRequest = Schemas['RuleRequest']
export type RulePreview = Whole<Schemas['RulePreview']>
export type RuleSample = RulePreview['sample'][number]
export type RulesHealth = Whole<Schemas['RulesHealth']>
export type RulesApplied = Whole<Schemas['RulesApplied']>
export type RuleProposal = Whole<Schemas['Proposal']>
export type Attached = Transaction['attachments'][number]
export type Tag = Whole<Schemas['Tag']>
export type Transfer = Whole<Schemas['Transfer']>
export type TransferSide = Whole<Schemas['TransferSide']>
export type Rate = Whole<Schemas['Rate']>
export type RatesImported = Whole<Schemas['RatesImported']>
export type AccountRequest = Schemas['AccountRequest']
export type AccountPatch = Schemas['PatchedAccountRequest']
export type FactLink = Whole<Schemas['FactLink']>
export type Advice = Whole<Schemas['Advice']>
export type AdviceReason = Schemas['AdviceReason']
export type Assumption = Advice['assumptions'][number]
export type AdviceOutcome = NonNullable<Advice['outcome']>
export type Insight = Whole<Schemas['Insight']>
export type Series = Whole<Schemas['Recurring']>
export type DeclaredRequest = Schemas['DeclaredGivenRequest']
export type BillsOverview = Whole<Schemas['BillsOverview']>
export type BillRemark = BillsOverview['remarks'][number]
export type Occurrence = BillsOverview['upcoming'][number]
export type SeriesPatch = Schemas['PatchedRecurringGivenRequest']
export type Cadence = Schemas['CadenceEnum']
export type SeriesRole = Schemas['RoleEnum']
export type Forecast = Whole<Schemas['Forecast']>
export type CashDay = Forecast['daily'][number]
export type CategoryMonths = Forecast['months'][number]
export type HealthScore = Whole<Schemas['HealthScore']>
export type HealthIndicator = HealthScore['indicators'][number]
export type Suggestion = Whole<Schemas['Suggestion']>
export type Scores = Whole<Schemas['Scores']>
export type ScoreGroup = Scores['groups'][number]
export type ScoreFigure = ScoreGroup['figures'][number]
export type AdviceTotals = Whole<Schemas['Totals']>
export type Drivers = Whole<Schemas['Drivers']>
export type DriverLine = Drivers['lines'][number]
export type ModelSetting = Whole<Schemas['ModelSetting']>
export type ModelGiven = Schemas['PatchedModelGivenRequest']
export type ModelPreview = Whole<Schemas['ModelPreview']>
export type EgressEntry = Whole<Schemas['Egress']>
export type Answer = Whole<Schemas['Answer']>
export type PlanProposal = Schemas['PlanProposal']
export type Pin = Whole<Schemas['Pin']>
export type Goal = Whole<Schemas['Goal']>
export type GoalReason = Schemas['GoalReasonEnum'] | ''
export type BudgetMonth = Whole<Schemas['BudgetMonth']>
export type Budget = BudgetMonth['budgets'][number]
export type BudgetRollover = Schemas['BudgetRollover']
export type BudgetChoice = Whole<Schemas['BudgetChoice']>
export type BudgetProposal = Whole<Schemas['BudgetProposal']>
export type BudgetProof = Whole<Schemas['BudgetProof']>
export type BudgetMove = Whole<Schemas['BudgetMove']>
export type BudgetPatch = Schemas['PatchedBudgetPatchRequest']
export type BudgetLineGiven = Schemas['PlannedRequest']
export type GoalRequest = Schemas['GoalGivenRequest']
export type GoalPatch = Schemas['PatchedGoalGivenRequest']
export type Debts = Whole<Schemas['Debts']>
export type Debt = Debts['results'][number]
export type DebtTerms = NonNullable<Debt['terms']>
export type DebtTermsRequest = Schemas['DebtTermsRequest']
export type PayoffChoice = Debts['choices'][number]
export type Payoff = Whole<Schemas['Payoff']>
export type PayoffPlan = Payoff['plans'][number]
export type Activity = Whole<Schemas['Activity']>
export type Scenario = Whole<Schemas['Scenario']>
export type ScenarioChange = Schemas['ChangeGivenRequest']
export type KeptChange = Scenario['changes'][number]
export type Trial = Whole<Schemas['Trial']>
export type ScenarioTrial = Trial['scenarios'][number]
export type Operations = Whole<Schemas['Operations']>
export type DemoHousehold = Whole<Schemas['DemoHousehold']>
export type NetWorth = Whole<Schemas['NetWorth']>
export type CashFlow = Whole<Schemas['CashFlow']>
export type FlowNode = CashFlow['nodes'][number]
