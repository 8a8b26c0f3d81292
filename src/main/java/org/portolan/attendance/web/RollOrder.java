package org.portolan.attendance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.portolan.attendance.DeviceChain;
import org.portolan.platform.i18n.Texts;

/**
 * What the order of marks proves, in words: for the page, and for tablets that keep it up to date.
 */
@RequestScoped
class RollOrder {
  @Inject private Texts texts;

  /** A line for each device. */
  List<String> lines(List<DeviceChain> devices) {
    return devices.stream().map(this::line).toList();
  }

  private String line(DeviceChain device) {
    StringBuilder line = new StringBuilder(name(device));
    line.append(texts.get("platform.colon")).append(' ');
    line.append(texts.of("attendance.order.marks", device.marks()));
    if (device.whole()) {
      line.append(' ').append(texts.get("attendance.order.whole"));
    }
    if (!device.missing().isEmpty()) {
      line.append(' ').append(texts.of("attendance.order.missing", device.missing()));
    }
    if (!device.broken().isEmpty()) {
      line.append(' ').append(texts.of("attendance.order.broken", device.broken()));
    }
    return line.toString();
  }

  private String name(DeviceChain device) {
    if (device.byForm()) {
      return texts.get("attendance.device.form");
    }
    return device.atTheDoor()
        ? texts.get("attendance.device.door")
        : texts.of("attendance.device", device.name());
  }
}
