@main
struct Pullcord { static func main() {} }
