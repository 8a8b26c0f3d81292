package org.portolan.home;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;
import org.portolan.region.BodyKind;
import org.portolan.region.BodySummary;
import org.portolan.region.ViceChair;

/** The pages of the directory on the demo world, and what they cost the database. */
@ArquillianTest
class DirectoryPagesIT {
  @Inject private DirectoryPages pages;

  @Test
  void theWholeDirectoryCostsTwoStatementsAtMost() throws Exception {
    pages.world(DirectoryFilter.EVERYTHING, Language.EN);
    assertThat(Statements.of(() -> pages.world(DirectoryFilter.EVERYTHING, Language.EN)))
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void everyBodyIsShownOnce() {
    DirectoryView all = pages.world(DirectoryFilter.EVERYTHING, Language.EN);
    assertThat(all.parts()).hasSize(6).allMatch(part -> !part.members().isEmpty());
    assertThat(all.others()).isNotEmpty().allMatch(body -> body.kind() == BodyKind.DONOR);
    assertThat(all.parts().stream().flatMap(part -> part.bodies().stream()))
        .doesNotHaveDuplicates()
        .extracting(BodySummary::kind)
        .contains(
            BodyKind.RTC,
            BodyKind.ROCB,
            BodyKind.VICE_CHAIR,
            BodyKind.RILO,
            BodyKind.LABORATORY,
            BodyKind.DOG_CENTRE);
  }

  @Test
  void aFilterLeavesTheFiguresOfTheRegionAlone() {
    DirectoryView all = pages.world(DirectoryFilter.EVERYTHING, Language.EN);
    DirectoryView some = pages.world(new DirectoryFilter("rocb", "ru"), Language.EN);
    assertThat(some.total()).isEqualTo(1);
    assertThat(some.parts().get(3).bodies()).extracting(BodySummary::code).contains("ROCB-EUR");
    assertThat(some.parts().get(3).centres()).isEqualTo(all.parts().get(3).centres()).isPositive();
    assertThat(pages.world(new DirectoryFilter("palace", null), Language.EN).total()).isZero();
    assertThat(pages.world(new DirectoryFilter(null, "r"), Language.EN).total()).isZero();
  }

  @Test
  void aRegionOfMoreMembersCostsNoMoreStatements() throws Exception {
    for (String code : List.of("EUR", "MENA", "AP")) {
      assertThat(Statements.of(() -> pages.region(code, Language.FR)))
          .as(code)
          .hasSizeBetween(1, 10);
    }
  }

  @Test
  void theOfficeOfAViceChairStandsWithTheMemberInOffice() {
    BodyView office = pages.body("VC-AMS", Language.EN).orElseThrow();
    assertThat(office.body().memberCode()).isEqualTo("XM");
    assertThat(office.body().place()).isNotNull();
    assertThat(office.terms()).hasSizeGreaterThan(5);
    assertThat(office.terms()).isSortedAccordingTo((a, b) -> b.known().compareTo(a.known()));
    assertThat(pages.member("XM", Language.EN).orElseThrow().terms())
        .extracting(ViceChair::regionCode)
        .containsExactly("AMS");
  }

  @Test
  void aMemberShowsWhatItHosts() {
    MemberView member = pages.member("XS", Language.EN).orElseThrow();
    assertThat(member.hosted()).extracting(BodySummary::kind).contains(BodyKind.RTC, BodyKind.RILO);
    assertThat(member.sessions()).isNotEmpty();
    assertThat(member.practices().items())
        .isNotEmpty()
        .allMatch(practice -> practice.memberCode().equals("XS"));
    assertThat(pages.member("xs", Language.EN)).isEmpty();
    assertThat(pages.member("ZZ", Language.EN)).isEmpty();
  }
}
