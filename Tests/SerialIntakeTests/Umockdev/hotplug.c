// Plugs mock devices in and out around a program: hotplug PROGRAM ARGUMENT...
//
// Commands, one a line, on standard input:
//   plug FILE           adds the devices of a umockdev file, with their "add" events
//   send NODE HEX       bytes from the device
//   storm PATH COUNT     so many events in less than a second: "remove" and "add" in turn, of a device that stays
//   unplug NODE PATH    hangs up, removes the device at PATH in /sys, and says so by a "remove" event
// The end of the input ends the program.

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <umockdev.h>
#include <unistd.h>

static void send_hex(int device, const char *hex) {
    for (; hex[0] && hex[1]; hex += 2) {
        char digits[3] = {hex[0], hex[1], 0};
        unsigned char byte = (unsigned char)strtol(digits, NULL, 16);
        if (write(device, &byte, 1) != 1) perror("write");
    }
}

int main(int count, char **arguments) {
    if (count < 2) return 64;
    UMockdevTestbed *testbed = umockdev_testbed_new();
    // As if a udevd were running: the program then relies on its events.
    char *root = umockdev_testbed_get_root_dir(testbed);
    char path[4096];
    snprintf(path, sizeof path, "mkdir -p %s/run/udev && touch %s/run/udev/control", root, root);
    if (system(path) != 0) return 1;

    int input[2];
    if (pipe(input) != 0) return 1;
    pid_t child = fork();
    if (child == 0) {
        dup2(input[0], 0);
        close(input[0]);
        close(input[1]);
        execv(arguments[1], arguments + 1);
        _exit(127);
    }
    close(input[0]);
    char line[4096], first[2048], second[2048];
    while (fgets(line, sizeof line, stdin)) {
        if (sscanf(line, "plug %2047s", first) == 1) {
            GError *error = NULL;
            if (!umockdev_testbed_add_from_file(testbed, first, &error)) fprintf(stderr, "%s\n", error->message);
        } else if (sscanf(line, "send %2047s %2047s", first, second) == 2) {
            send_hex(umockdev_testbed_get_dev_fd(testbed, first), second);
        } else if (sscanf(line, "storm %2047s %2047s", first, second) == 2) {
            for (int event = 0; event < atoi(second); event++) {
                umockdev_testbed_uevent(testbed, first, event % 2 ? "add" : "remove");
                usleep(4500);  // a mock socket that is full ends the program
            }
        } else if (sscanf(line, "unplug %2047s %2047s", first, second) == 2) {
            close(umockdev_testbed_get_dev_fd(testbed, first));
            umockdev_testbed_uevent(testbed, second, "remove");
            umockdev_testbed_remove_device(testbed, second);
            // What 0.17 leaves behind trips the next device over it.
            snprintf(path, sizeof path, "rm -f %s/dev/.ptymap/* %s/dev/serial/*/*", root, root);
            if (system(path) != 0) return 1;
        }
    }
    close(input[1]);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
