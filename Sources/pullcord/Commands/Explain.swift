import ArgumentParser
import GatewayCore
import GatewayDaemon

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what would happen, why an alert was, or why a rule raised nothing.",
        discussion: """
            `explain pendant press --at 03:00` lets the very engine live through it and shows who would be told \
            what, and when. `explain alert k3f9-17` and `explain rule cold` ask the running gateway. \
            `explain PC0123` describes a remark of `check`.
            """,
        subcommands: [ExplainHappening.self, ExplainAlert.self, ExplainRule.self],
        defaultSubcommand: ExplainHappening.self
    )
}

struct ExplainAlert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert",
        abstract: "Why an alert was, step by step, from the ledger of the running gateway.",
        discussion: "Ends with 1 when the ledger has no such alert, with 69 when the gateway is not running."
    )

    @OptionGroup var control: ControlOptions
    @Argument(help: "The alert's id, as `alerts list --all` shows it.") var id: AlertID

    func run() throws {
        guard case .story(let account) = try control.ask(.story(id)) else { return }
        if control.json { return try Output.json(account) }
        for line in account.text { Output.line(line) }
    }
}

struct ExplainRule: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rule",
        abstract: "How a rule stands in the running gateway, and why it raises nothing.",
        discussion: "Ends with 1 when no such rule runs, with 69 when the gateway is not running."
    )

    @OptionGroup var control: ControlOptions
    @Argument(help: "The rule's name; `battery/pendant` and the like are those that devices have unasked.")
    var rule: String

    func run() throws {
        guard case .rule(let account) = try control.ask(.rule(RuleID(rule))) else { return }
        if control.json { return try Output.json(account) }
        for line in account.text { Output.line(line) }
    }
}
