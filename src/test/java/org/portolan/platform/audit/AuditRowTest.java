package org.portolan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditRowTest {
  private static final AuditKey KEY = AuditKey.of("a key that is long enough for this test");
  private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 25, 12, 0);

  private static AuditRow row(String action, String kind, String recordId, String changes) {
    return new AuditRow(
        NOON,
        7L,
        null,
        "browser",
        null,
        action,
        kind,
        recordId,
        null,
        null,
        changes,
        "",
        new byte[16],
        new byte[0]);
  }

  @Test
  void aMarkedRowIsGenuineForItsKeyAlone() {
    AuditRow row = row("a.b", "a", "1", "[]").marked(KEY);
    assertThat(row.genuine(KEY)).isTrue();
    assertThat(row.genuine(AuditKey.of("another key that is long enough here"))).isFalse();
  }

  @Test
  void whereOneValueEndsAndTheNextBeginsCounts() {
    Set<String> marks = new HashSet<>();
    for (AuditRow row :
        List.of(
            row("a.b", "ab", "c", "[]"),
            row("a.b", "a", "bc", "[]"),
            row("a.ba", "b", "c", "[]"),
            row("a.b", "ab", "c[]", ""))) {
      marks.add(java.util.HexFormat.of().formatHex(row.marked(KEY).mac()));
    }
    assertThat(marks).hasSize(4);
  }

  @Test
  void nothingIsAnotherThanEmpty() {
    AuditRow nothing = row("a.b", "a", "1", "[]");
    AuditRow empty =
        new AuditRow(
            NOON,
            7L,
            null,
            "browser",
            "",
            "a.b",
            "a",
            "1",
            null,
            null,
            "[]",
            "",
            new byte[16],
            new byte[0]);
    assertThat(nothing.marked(KEY).mac()).isNotEqualTo(empty.marked(KEY).mac());
  }

  @Test
  void aLinkHangsOnTheOneBeforeOnItsNumberAndOnItsRow() {
    AuditRow row = row("a.b", "a", "1", "[]").marked(KEY);
    byte[] link = row.link(KEY, new byte[32], 5, 9);
    byte[] other = new byte[32];
    other[31] = 1;
    assertThat(row.link(KEY, new byte[32], 5, 9)).isEqualTo(link);
    assertThat(row.link(KEY, other, 5, 9)).isNotEqualTo(link);
    assertThat(row.link(KEY, new byte[32], 6, 9)).isNotEqualTo(link);
    assertThat(row.link(KEY, new byte[32], 5, 10)).isNotEqualTo(link);
  }

  @Test
  void theFormIsTheOneOfYesterday() {
    // a trail that was sealed must verify for years: whoever changes the form breaks them all
    AuditRow row =
        new AuditRow(
            LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6_000),
            1L,
            2L,
            "token",
            "request",
            "a.b",
            "a",
            "ü",
            "member",
            "XS",
            "[]",
            "1:2:f:AA==",
            new byte[16],
            new byte[0]);
    assertThat(java.util.HexFormat.of().formatHex(row.marked(KEY).mac()))
        .isEqualTo("318802c053b89b083136702b8678382bf746fb5b1d0051796efd00c421cce497");
    assertThat(java.util.HexFormat.of().formatHex(row.marked(KEY).link(KEY, new byte[32], 1, 1)))
        .isEqualTo("8b39d21c67d2ef780cd5d62de5e3cf1b945cbdfbd355ca0171aa3781207fa434");
  }
}
