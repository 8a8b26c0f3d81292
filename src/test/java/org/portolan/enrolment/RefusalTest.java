package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portolan.approval.Approver;
import org.portolan.enrolment.Timeline.Past;
import org.portolan.seat.ApplicationState;

/** Who said no, whoever is asked along the chain. */
class RefusalTest {
  private static Past step(ApplicationState state, Approver approver, String event, String words) {
    return new Past(state, "", false, words, Samples.NOW, approver, event, null);
  }

  @ParameterizedTest
  @EnumSource(Approver.class)
  void itIsTheLastAnswerOfWhoeverSaidNoAndNotOfTheAdministration(Approver approver)
      throws IOException {
    List<Past> steps =
        List.of(
            step(ApplicationState.WAITING, null, null, null),
            step(ApplicationState.REFUSED, Approver.COORDINATOR, null, "Earlier"),
            step(ApplicationState.WAITING, null, null, null),
            step(ApplicationState.WAITING, Approver.COORDINATOR, "agreed", "A good officer"),
            step(ApplicationState.REFUSED, approver, null, "No"));
    assertThat(Refusal.of(ApplicationState.REFUSED, steps)).contains(new Refusal(approver, "No"));
    assertThat(Refusal.of(ApplicationState.WAITING, steps)).isEmpty();
    assertThat(texts().stringPropertyNames()).contains("why.refused." + approver.code());
  }

  @Test
  void nobodySaidNoWhereNothingIsKeptOfIt() {
    assertThat(Refusal.of(ApplicationState.REFUSED, List.of())).isEmpty();
  }

  private static Properties texts() throws IOException {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            RefusalTest.class.getResourceAsStream("messages.properties"), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
