package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/**
 * Finding anybody with an account, whether or not they hold an office, for those whose work reaches
 * that far: everybody for the platform, those of their Members for others.
 */
@ApplicationScoped
public class PersonFinding {
  private static final int MOST_WORDS = 6;
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  @Inject private PersonRepository persons;
  @Inject private PeoplePermissions permissions;
  @Inject private Directory directory;

  /** The Members among whose people the one who asks finds somebody. */
  public List<MemberSummary> members() {
    Optional<Set<String>> bounds = permissions.findable();
    return directory.members().stream()
        .filter(member -> bounds.isEmpty() || bounds.get().contains(member.code()))
        .toList();
  }

  @Transactional
  public long count(PersonFilter filter) {
    return persons.count(search(filter));
  }

  /** A page of them, in one statement. */
  @Transactional
  public List<PersonSummary> list(PersonFilter filter, Slice slice) {
    return persons.list(search(filter), slice).stream().map(Person::summary).toList();
  }

  /** Somebody whom the one who asks may find; others are as if they were not there. */
  @Transactional
  public PersonSummary get(long id) {
    Optional<Set<String>> bounds = permissions.findable();
    return persons
        .find(id)
        .map(Person::summary)
        .filter(
            person ->
                bounds.isEmpty()
                    || person.memberCode() != null && bounds.get().contains(person.memberCode()))
        .orElseThrow(() -> new NotFound("person " + id));
  }

  private PersonSearch search(PersonFilter filter) {
    return new PersonSearch(
        permissions.findable().orElse(null),
        filter.member(),
        filter.words() == null
            ? List.of()
            : Arrays.stream(filter.words().strip().split("\\s+"))
                .limit(MOST_WORDS)
                .map(word -> new PersonSearch.Word(word, membersNamed(word)))
                .toList());
  }

  private Set<String> membersNamed(String word) {
    String wanted = plain(word);
    return directory.members().stream()
        .filter(
            member ->
                EnumSet.allOf(Language.class).stream()
                    .anyMatch(language -> plain(member.name().in(language)).contains(wanted)))
        .map(MemberSummary::code)
        .collect(Collectors.toSet());
  }

  private static String plain(String text) {
    return ACCENTS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
