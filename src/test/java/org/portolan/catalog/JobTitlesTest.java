package org.portolan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portolan.competency.ProfileSummary;
import org.portolan.platform.i18n.LocalName;

class JobTitlesTest {
  private final JobTitles titles =
      new JobTitles(
          List.of(
              profile("valuer", "Customs valuer", "Évaluateur en douane"),
              profile("chief", "Chief customs valuer", "Chef évaluateur"),
              profile("handler", "Dog handler", "Maître-chien")));

  private static ProfileSummary profile(String code, String english, String french) {
    return new ProfileSummary(
        code, null, new LocalName(english, french, "–", "–", "–", "–"), List.of());
  }

  private Optional<String> called(String post) {
    return titles.calledLike(post).map(ProfileSummary::code);
  }

  @Test
  void aPostIsCalledLikeTheNearestProfile() {
    assertThat(called("Customs valuer")).contains("valuer");
    assertThat(called("Chief Customs Valuer")).contains("chief");
    assertThat(called("Senior customs valuer")).contains("valuer");
  }

  @Test
  void inWhateverLanguage() {
    assertThat(called("maître-chien")).contains("handler");
  }

  @Test
  void whatIsCalledLikeNothingHasNoProfile() {
    assertThat(called("Secretary")).isEmpty();
    assertThat(called("")).isEmpty();
  }

  @Test
  void aLanguageIsReadFromTheFirstLevelAtWhichOneReads() {
    assertThat(Wishes.read(Map.of("en", "A2", "fr", "B1", "es", "C2", "ru", "A1")))
        .containsExactlyInAnyOrder("fr", "es");
  }
}
