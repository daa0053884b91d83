/// What a default can be: it is written in the schema as it would be in the settings.
protocol Spelt: Sendable {
    var spelling: SchemaValue { get }
}

extension Bool: Spelt {
    var spelling: SchemaValue { .flag(self) }
}

extension Int: Spelt {
    var spelling: SchemaValue { .integer(self) }
}

extension String: Spelt {
    var spelling: SchemaValue { .text(self) }
}

extension Duration: Spelt {
    var spelling: SchemaValue { .text(DurationText.write(self)) }
}
