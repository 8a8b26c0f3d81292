package org.portolan.catalog.web;

/** A number that was sent along with a form. */
final class FormNumber {
  private FormNumber() {}

  /** What is none stands for no version at all. */
  static int of(String sent) {
    return sent != null && sent.matches("-1|\\d{1,9}") ? Integer.parseInt(sent) : -2;
  }
}
