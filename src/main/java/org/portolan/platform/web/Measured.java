package org.portolan.platform.web;

/** A part of this node that can be measured; every bean of this type is asked. */
public interface Measured {

  /**
   * Adds what it counts, in the text form that Prometheus reads, each name with its {@code HELP}
   * and {@code TYPE} before it. Says nothing of people. What cannot be known now is left out.
   */
  void measure(StringBuilder into);

  /** A number that goes up and down. */
  static void gauge(StringBuilder into, String name, String help, double value) {
    write(into, name, help, "gauge", value);
  }

  /** A number that only grows until the node stops. */
  static void counter(StringBuilder into, String name, String help, double value) {
    write(into, name, help, "counter", value);
  }

  private static void write(
      StringBuilder into, String name, String help, String type, double value) {
    into.append("# HELP ").append(name).append(' ').append(help).append('\n');
    into.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    into.append(name).append(' ');
    if (value == Math.rint(value)) {
      into.append((long) value);
    } else {
      into.append(value);
    }
    into.append('\n');
  }
}
