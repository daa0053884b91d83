internal import GatewayCore
internal import LedgerStore
internal import LinuxSupport

// What rules on trial would have told.
extension ControlDesk {
    func shadow(since: WallTime) -> ControlResponse {
        let report: Result<ShadowReport, LedgerError>? = consultLedger { engine, ledger in
            Result { () throws(LedgerError) in
                let kept = try ledger.alerts(limit: DaemonLimits.reportedAlerts)
                // What the engine has in memory is newer than what is on disk.
                let newest = Set(engine.alerts.map(\.id))
                let alerts = (kept.filter { !newest.contains($0.id) } + engine.alerts)
                    .filter { $0.learned.wall >= since - DaemonLimits.besides }
                    .sorted { $0.id.number < $1.id.number }
                return ShadowReport(
                    alerts, rules: engine.plan.rules.map(\.common), zone: engine.plan.home.zone, from: since,
                    to: SystemClock.wallTime(), isCut: kept.count >= DaemonLimits.reportedAlerts)
            }
        }
        switch report {
        case nil: return .refused(Self.silence)
        case .failure(let error): return .refused(error.description)
        case .success(let report): return .shadow(report)
        }
    }
}
