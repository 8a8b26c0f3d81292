package org.portolan.access;

import java.util.List;

/**
 * A browser and its system, as far as its own description tells; enough to recognise a place.
 *
 * @param browser empty when it is not known
 * @param system empty when it is not known
 */
public record Agent(String browser, String system) {
  // in this order: most name others after themselves
  private static final List<String> BROWSERS =
      List.of("Edg", "OPR", "Firefox", "Chrome", "Safari", "curl");
  private static final List<String> SYSTEMS =
      List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");

  static Agent of(String description) {
    return new Agent(shown(first(BROWSERS, description)), first(SYSTEMS, description));
  }

  private static String first(List<String> names, String description) {
    return names.stream().filter(description::contains).findFirst().orElse("");
  }

  private static String shown(String name) {
    return switch (name) {
      case "Edg" -> "Edge";
      case "OPR" -> "Opera";
      default -> name;
    };
  }
}
