package org.portolan.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.platform.audit.Change;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Reference data is edited here, and a release does not take back what was. */
@ArquillianTest
class ReferenceDataIT {
  private static final String LABORATORY = "DEMO-RCL-XQ";

  @Inject private ReferenceData data;
  @Inject private RegionContent content;
  @Inject private Directory directory;
  @Inject private Scenario scenario;

  private ReferenceRecord before;

  @BeforeEach
  void remember() {
    scenario.asAdministrator();
    before = data.get(ReferenceKind.BODY, LABORATORY);
  }

  @AfterEach
  void restore() throws InvalidReference {
    scenario.asAdministrator();
    save(LABORATORY, before.values());
  }

  @Test
  void whatIsEditedShowsAtOnceAndIsRemembered() throws InvalidReference {
    String city = "Havre " + UUID.randomUUID();
    change("city", city);

    assertThat(directory.findBody(LABORATORY).orElseThrow().city()).isEqualTo(city);
    assertThat(data.history(ReferenceKind.BODY, LABORATORY).entries().get(0))
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("body.changed");
              assertThat(entry.changes())
                  .containsExactly(new Change("city", before.values().get("city"), city));
            });
  }

  @Test
  void aSaveThatChangesNothingLeavesNoEntry() throws InvalidReference {
    int entries = data.history(ReferenceKind.BODY, LABORATORY).entries().size();
    save(LABORATORY, before.values());
    assertThat(data.history(ReferenceKind.BODY, LABORATORY).entries()).hasSize(entries);
  }

  @Test
  void contentThatIsLaidDownAgainLeavesWhatWasEdited() throws InvalidReference {
    change("name.en", "Laboratory of the bay");
    content.load(null);
    assertThat(name()).isEqualTo("Laboratory of the bay");

    // back to what the content has, a row follows the content again
    save(LABORATORY, before.values());
    scenario.sql("UPDATE body SET name_en = 'Old', laid = NULL WHERE code = '" + LABORATORY + "'");
    content.load(null);
    assertThat(name()).isEqualTo(before.values().get("name.en"));
  }

  @Test
  void whoeverSavesAnOlderStateIsTold() throws InvalidReference {
    change("city", "Elsewhere");
    assertThatThrownBy(() -> data.save(before)).isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void aClosedBodyIsListedNoMoreButStaysKnown() throws InvalidReference {
    change("closed", "2020-01-31");
    assertThat(directory.bodies()).extracting(BodySummary::code).doesNotContain(LABORATORY);
    assertThat(directory.findBody(LABORATORY)).isPresent();
    assertThat(directory.everyBody()).extracting(BodySummary::code).contains(LABORATORY);
  }

  @Test
  void aBodyIsAddedOnce() throws InvalidReference {
    String code = "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    Map<String, String> values = new HashMap<>(before.values());
    values.put("kind", "donor");
    values.put("region", "");
    assertThat(data.add(ReferenceKind.BODY, code, values)).isEqualTo(code);
    try {
      assertThat(directory.findBody(code).orElseThrow().kind()).isEqualTo(BodyKind.DONOR);
      InvalidReference taken =
          catchThrowableOfType(
              InvalidReference.class, () -> data.add(ReferenceKind.BODY, code, values));
      assertThat(taken.problems()).containsEntry("code", "taken");
      content.load(null);
      assertThat(directory.findBody(code)).isPresent();
    } finally {
      scenario.sql("DELETE FROM body WHERE code = '" + code + "'");
      directory.forget();
    }
  }

  @Test
  void aTermMovesTheOfficeOfTheViceChair() throws InvalidReference {
    Map<String, String> values =
        Map.of("region", "AP", "member", "XT", "since", "2026-10", "until", "", "seen", "");
    String code = data.add(ReferenceKind.VICE_CHAIR, "", values);
    try {
      assertThat(directory.findBody("VC-AP").orElseThrow().memberCode()).isEqualTo("XT");
      Map<String, String> another = new HashMap<>(values);
      another.put("since", "2026-11");
      InvalidReference refused =
          catchThrowableOfType(
              InvalidReference.class, () -> data.add(ReferenceKind.VICE_CHAIR, "", another));
      assertThat(refused.problems()).containsEntry("since", "overlap");
      assertThat(refused.overlapped().code()).isEqualTo(code);
    } finally {
      scenario.sql("DELETE FROM vice_chair_term WHERE code = '" + code + "'");
      directory.forget();
    }
  }

  @Test
  void onlyTheSecretariatEdits() {
    scenario.asEditor("MENA");
    assertThatThrownBy(() -> data.get(ReferenceKind.BODY, LABORATORY))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> data.save(before)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> data.add(ReferenceKind.BODY, "T-1", before.values()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> data.history(ReferenceKind.BODY, LABORATORY))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void aCodeInAnotherCaseIsNotThere() {
    assertThatThrownBy(() -> data.get(ReferenceKind.MEMBER, "xs")).isInstanceOf(NotFound.class);
  }

  private void change(String field, String value) throws InvalidReference {
    Map<String, String> values = new HashMap<>(before.values());
    values.put(field, value);
    save(LABORATORY, values);
  }

  private void save(String code, Map<String, String> values) throws InvalidReference {
    int version = data.get(ReferenceKind.BODY, code).version();
    data.save(new ReferenceRecord(ReferenceKind.BODY, code, version, values));
  }

  private String name() {
    return directory.findBody(LABORATORY).orElseThrow().name().in(Language.EN);
  }
}
