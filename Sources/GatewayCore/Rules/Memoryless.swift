/// The memory of a rule about events: each stands for itself, and there is nothing to remember.
package struct Memoryless: RuleState {
    package init() {}
}
