package org.portolan.finding.asked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.need.NeedKind;
import org.portolan.need.NeedState;
import org.portolan.need.NeedSummary;
import org.portolan.need.Needs;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Searches counted, read and answered. */
@ArquillianTest
class AskedIT {
  private static final String REGION = "WCA";

  @Inject private AskedWriting writing;
  @Inject private AskedDesk desk;
  @Inject private Needs needs;
  @Inject private Scenario scenario;

  private String words;

  @BeforeEach
  void begin() {
    words = "words " + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
  }

  @Test
  void wordsThatWereAskedTwiceStandNowhere() throws Exception {
    asked("", 2, 2, 0);

    assertThat(count("words = '" + words + "'")).isZero();
    scenario.asEditor(REGION);
    assertThat(lines(AskedView.FRUITLESS)).isEmpty();

    asked("", 1, 1, 0);

    assertThat(lines(AskedView.FRUITLESS))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.asked()).isEqualTo(3);
              assertThat(line.fruitless()).isEqualTo(3);
            });
    assertThat(lines(AskedView.ABANDONED)).isEmpty();
  }

  @Test
  void whatNobodyOpenedIsToldFromWhatFoundNothing() throws Exception {
    asked("", 8, 0, 1);
    scenario.asEditor(REGION);
    assertThat(lines(AskedView.ABANDONED)).hasSize(1);
    assertThat(lines(AskedView.FRUITLESS)).isEmpty();
    assertThat(lines(AskedView.MOST)).hasSize(1);

    asked("", 0, 0, 1);
    assertThat(lines(AskedView.ABANDONED)).isEmpty();
  }

  @Test
  void anEditorSeesTheOwnRegionAndVisitors() throws Exception {
    asked("ESA", 5, 5, 0);
    scenario.asEditor(REGION);
    assertThat(lines(AskedView.FRUITLESS)).isEmpty();

    // too few of them to be told of a region by itself
    asked(REGION, 2, 2, 0);
    assertThat(lines(AskedView.FRUITLESS)).isEmpty();
    asked(REGION, 1, 1, 0);
    assertThat(lines(AskedView.FRUITLESS))
        .singleElement()
        .extracting(AskedLine::asked)
        .isEqualTo(3L);
    assertThatThrownBy(() -> desk.list(AskedView.MOST, "ESA", null, false, AskedDesk.DAYS))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theListIsOneStatementHoweverLongItIs() throws Exception {
    asked("", 4, 4, 0);
    scenario.asEditor(REGION);
    desk.regions();
    assertThat(
            Statements.of(() -> desk.list(AskedView.FRUITLESS, null, null, false, AskedDesk.DAYS)))
        .hasSize(1);
  }

  @Test
  void aNeedIsRaisedOnceAndCountedOn() throws Exception {
    asked("", 4, 4, 0);
    scenario.asEditor(REGION);
    AskedLine line = lines(AskedView.FRUITLESS).get(0);
    desk.raise(line.id(), line.version(), NeedKind.TRAINING, REGION, "RISK", "en");

    assertThat(lines(AskedView.FRUITLESS)).isEmpty();
    assertThat(needOf()).extracting(NeedSummary::times).isEqualTo(4);
    assertThatThrownBy(
            () -> desk.raise(line.id(), line.version(), NeedKind.TRAINING, REGION, "", "en"))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(needOf()).extracting(NeedSummary::times).isEqualTo(4);

    desk.raise(line.id(), line.version() + 1, NeedKind.TRAINING, REGION, "RISK", "en");
    assertThat(needOf()).extracting(NeedSummary::times).isEqualTo(8);

    NeedSummary need = needOf();
    assertThatThrownBy(() -> needs.become(need.id(), need.version(), NeedState.TAKEN_UP))
        .isInstanceOf(NotAllowed.class);
    scenario.asAdministrator();
    needs.become(need.id(), need.version(), NeedState.TAKEN_UP);
    assertThatThrownBy(() -> needs.become(need.id(), need.version(), NeedState.DECLINED))
        .isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void aNeedIsRaisedForTheOwnRegionAlone() throws Exception {
    asked("", 4, 4, 0);
    scenario.asEditor(REGION);
    AskedLine line = lines(AskedView.FRUITLESS).get(0);
    assertThatThrownBy(
            () -> desk.raise(line.id(), line.version(), NeedKind.PRACTICE, "ESA", "", "en"))
        .isInstanceOf(NotFound.class);
    assertThat(lines(AskedView.FRUITLESS)).hasSize(1);
  }

  @Test
  void wordsAreSuggestedAsATermOfAConcept() throws Exception {
    asked("", 4, 4, 0);
    scenario.asEditor(REGION);
    AskedLine line = lines(AskedView.FRUITLESS).get(0);
    desk.suggestTerm(line.id(), line.version(), "en", "post-clearance-audit");
    assertThat(
            scenario.text("SELECT concept_code FROM term_suggestion WHERE term = '" + words + "'"))
        .isEqualTo("post-clearance-audit");
  }

  @Test
  void othersSeeNothingOfIt() {
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> desk.regions()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> needs.list(NeedState.OPEN)).isInstanceOf(NotAllowed.class);
    scenario.asNobody();
    assertThatThrownBy(() -> desk.regions()).isInstanceOf(NotSignedIn.class);
    assertThatThrownBy(() -> needs.list(NeedState.OPEN)).isInstanceOf(NotSignedIn.class);
  }

  private NeedSummary needOf() {
    return needs.list(NeedState.OPEN).stream()
        .filter(need -> need.wording().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private List<AskedLine> lines(AskedView view) {
    return desk.list(view, null, null, false, AskedDesk.DAYS).stream()
        .filter(line -> line.words().equals(words))
        .toList();
  }

  private void asked(String region, int asked, int fruitless, int opened) throws Exception {
    writing.add(
        Map.of(
            new Question(words, LocalDate.now(java.time.Clock.systemUTC()), "en", region),
            new Count(asked, fruitless, opened)));
  }

  private long count(String where) {
    return scenario.number("SELECT COUNT(*) FROM asked_words WHERE " + where);
  }
}
