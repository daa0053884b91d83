/// What a channel is asked to send: the delivery and what it may say.
package struct DeliveryOrder: Hashable, Codable, Sendable {
    package var delivery: Delivery
    package var message: AlertMessage

    package init(delivery: Delivery, message: AlertMessage) {
        self.delivery = delivery
        self.message = message
    }
}
