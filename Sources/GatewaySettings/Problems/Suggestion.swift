/// Finds the word that somebody probably meant.
package enum Suggestion {
    /// Words of other systems for what has another name here, or is often written differently.
    private static let synonyms: [String: [String]] = [
        "timezone": ["zone"], "time_zone": ["zone"], "tz": ["zone"],
        "users": ["contacts"], "recipients": ["contacts"], "carers": ["contacts", "visitors"],
        "responders": ["contacts"],
        "notifiers": ["channels"], "notify": ["tell"], "delay": ["wait"], "timeout": ["wait"], "steps": ["rungs"],
        "levels": ["rungs"], "for": ["hold"], "debounce": ["hold"], "severity": ["priority"], "level": ["priority"],
        "grace": ["pre_alert"], "prealert": ["pre_alert"], "type": ["kind"], "sensors": ["devices"],
        "device": ["devices"], "model": ["profile", "models"], "template": ["profile"], "area": ["room"],
        "location": ["room"], "areas": ["rooms"], "person": ["resident"], "people": ["residents"],
        "serial": ["usb_serial"], "port": ["file"], "product": ["usb_product"], "path": ["usb_path", "file"],
        "baud": ["speed"], "baudrate": ["speed"], "baud_rate": ["speed"], "username": ["user"],
        "clientid": ["client_id"],
        "ca_cert": ["ca"], "cafile": ["ca"], "retry": ["repeat"], "triggers": ["rules"], "automations": ["rules"],
        "actuators": ["outputs"], "sources": ["intakes"], "inputs": ["intakes"], "escalation_policy": ["escalation"],
        "token": ["secret"], "endpoint": ["url"], "encryption_key": ["key"], "heartbeat": ["poll"],
        "guests": ["visitors"], "animals": ["pets"], "mode": ["modes"], "inhibited_by": ["muted_by"],
        "inhibit": ["muted_by"], "dry_run": ["shadow"], "trial": ["shadow"], "silent_hours": ["quiet_hours"],
        "reminder": ["remind_every"], "remind": ["remind_every"], "clear_after": ["clears_after"],
        "duration": ["after", "hold"], "between": ["window"], "within": ["window"],
    ]

    /// The nearest candidate, nil when none is near.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        // Nobody means a word of a thousand letters, and comparing two of them takes long.
        guard word.utf8.count <= SettingsLimits.topicLength else { return nil }
        let wanted = word.lowercased()
        for synonym in synonyms[wanted] ?? [] where candidates.contains(synonym) { return synonym }
        let limit = max(1, wanted.unicodeScalars.count / 3)
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let distance = distance(wanted, candidate.lowercased(), atMost: limit)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// "did you mean `x`?", or else the choices, when they are few.
    package static func hint(for word: String, among candidates: [String], otherwise: String? = nil) -> String? {
        if let near = nearest(to: word, among: candidates) ?? onlyLonger(than: word, among: candidates) {
            return "did you mean `\(near)`?"
        }
        if let otherwise { return otherwise }
        guard !candidates.isEmpty, candidates.count <= 12 else { return nil }
        return "possible here: " + candidates.joined(separator: ", ")
    }

    /// The one candidate that begins with the word; nil for none or several.
    private static func onlyLonger(than word: String, among candidates: [String]) -> String? {
        let longer = candidates.filter { word.count >= 3 && $0.hasPrefix(word) }
        return longer.count == 1 ? longer[0] : nil
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment), or more than
    /// the limit.
    static func distance(_ left: String, _ right: String, atMost limit: Int) -> Int {
        let a = Array(left.unicodeScalars)
        let b = Array(right.unicodeScalars)
        guard abs(a.count - b.count) <= limit else { return limit + 1 }
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            row.reserveCapacity(b.count + 1)
            for j in 1...b.count {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                var value = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    value = min(value, beforeLast[j - 2] + 1)
                }
                row.append(value)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
