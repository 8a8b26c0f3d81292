package org.portolan.catalog;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is taught, for whom and how, beside the words; checked already.
 *
 * @param theme the one under which the course is filed
 * @param instrument the edition of a treaty or nomenclature that it teaches, or null
 * @param sponsor the code of the body that pays for it, or null
 * @param required the numbers of courses that must have been done before
 */
record CourseDescription(
    String centre,
    CatalogueKind catalogue,
    String theme,
    Set<String> furtherThemes,
    Level level,
    Mode mode,
    int hours,
    List<Audience> audiences,
    String instrument,
    String sponsor,
    List<GivenCompetency> gives,
    Set<Long> required,
    Validity validity) {

  String audienceCodes() {
    return audiences.stream().map(Audience::code).collect(Collectors.joining(" "));
  }
}
