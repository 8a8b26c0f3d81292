package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileEditTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  @Test
  void whatIsLeftOpenIsNoFault() {
    assertThat(edit("", "", Map.of("fr", ""), "", "").problems(TODAY)).isEmpty();
  }

  @Test
  void eachFaultIsNamedAtItsField() {
    assertThat(
            edit("2027-01-01", "25.11.2026", Map.of("fr", "D1"), "Mars/Olympus", "boss")
                .problems(TODAY))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "service", "range",
                "since", "day",
                "levels", "level",
                "zone", "zone",
                "supervisor_email", "address"));
  }

  @Test
  void aPostBeginsNotBeforeTheService() {
    assertThat(edit("2020-01-01", "2019-12-31", Map.of(), "Asia/Tokyo", "").problems(TODAY))
        .containsExactlyEntriesOf(Map.of("since", "before"));
  }

  @Test
  void levelsAreKeptAndReadAgain() {
    ProfileEdit edit = edit("", "", Map.of("fr", "B2", "ar", "C1", "zz", " "), "", "");
    assertThat(edit.levelsText()).isEqualTo("ar:C1 fr:B2");
    assertThat(ProfileEdit.levels(edit.levelsText())).isEqualTo(edit.levels());
  }

  @Test
  void levelsStandInOneOrderOnEveryNode() {
    Map<String, String> levels = new LinkedHashMap<>();
    List.of("zh", "de", "tr", "ar", "ja", "fr").forEach(language -> levels.put(language, "B1"));
    assertThat(edit("", "", levels, "", "").levels().keySet())
        .containsExactly("ar", "de", "fr", "ja", "tr", "zh");
  }

  private static ProfileEdit edit(
      String service, String since, Map<String, String> levels, String zone, String supervisor) {
    return new ProfileEdit(
        "Anna",
        "Berg",
        "",
        "",
        "en",
        service,
        since,
        levels,
        "",
        supervisor,
        "",
        zone,
        "",
        false,
        false,
        0);
  }
}
