package org.portolan.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/** Roles as the content files write them: {@code coordinator:XS editor:WCA admin:*}. */
final class GrantCode {
  private GrantCode() {}

  static List<Grant> parseAll(String codes) {
    return Arrays.stream(codes.strip().split("\\s+"))
        .filter(code -> !code.isEmpty())
        .map(GrantCode::parse)
        .toList();
  }

  /** The kind of scope follows from the role. */
  static Grant parse(String code) {
    int colon = code.indexOf(':');
    if (colon < 1 || colon == code.length() - 1) {
      throw new IllegalArgumentException("not a role and a scope: " + code);
    }
    Role role = Role.valueOf(code.substring(0, colon).toUpperCase(Locale.ROOT));
    String scope = code.substring(colon + 1);
    return new Grant(
        role,
        switch (role) {
          case COORDINATOR -> Scope.member(scope);
          case CENTRE -> Scope.centre(scope);
          case EDITOR, ROCB -> Scope.region(scope);
          case ADMIN -> platform(scope);
        });
  }

  private static Scope platform(String scope) {
    if (!scope.equals(Scope.PLATFORM.code())) {
      throw new IllegalArgumentException(
          "an administrator is one of the platform, not of " + scope);
    }
    return Scope.PLATFORM;
  }
}
