#pragma once
#include <mosquitto.h>
// The property numbers of MQTT 5.
#include <mqtt_protocol.h>
