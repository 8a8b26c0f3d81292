package org.portolan.attachment.download;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what editors sort what was taken. */
public enum DownloadOrder {
  RECENT("recent DESC, overall DESC"),
  ALL("overall DESC, recent DESC"),
  LAST("last_on DESC, recent DESC"),
  TITLE("practice_title, attachment_id");

  private final String columns;

  DownloadOrder(String columns) {
    this.columns = columns;
  }

  String columns() {
    return columns;
  }

  /** As it stands in addresses and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DownloadOrder> of(String code) {
    return Arrays.stream(values()).filter(order -> order.code().equals(code)).findFirst();
  }
}
