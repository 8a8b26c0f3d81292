package org.portolan.knowledge;

import java.util.Arrays;
import java.util.Optional;

/** Under what others may use a practice. */
public enum Licence {
  CC_BY("cc-by-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
  CC_BY_SA("cc-by-sa-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
  CC0("cc0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
  /** Shown here because the source allows it; whoever wants more asks there. */
  PERMISSION("permission", null, null);

  private final String code;
  private final String label;
  private final String address;

  Licence(String code, String label, String address) {
    this.code = code;
    this.label = label;
    this.address = address;
  }

  public static Optional<Licence> of(String code) {
    return Arrays.stream(values()).filter(licence -> licence.code.equals(code)).findFirst();
  }

  public String code() {
    return code;
  }

  /** What it is called in every language; null where a text says it. */
  public String label() {
    return label;
  }

  /** Where it can be read, or null. */
  public String address() {
    return address;
  }
}
