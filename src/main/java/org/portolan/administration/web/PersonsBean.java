package org.portolan.administration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import org.portolan.people.PersonFilter;
import org.portolan.people.PersonFinding;
import org.portolan.people.PersonSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.LazyRows;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** Everybody with an account whom the reader may find. */
@Named("personsPage")
@RequestScoped
public class PersonsBean {
  @Inject private PageParameters parameters;
  @Inject private PersonFinding finding;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;

  private PersonFilter filter;
  private LazyRows<PersonSummary> rows;

  @PostConstruct
  void read() {
    filter = new PersonFilter(parameters.get("words"), parameters.get("member"));
    // asked at once: whoever finds nobody is told so before anything is written
    long total = finding.count(filter);
    rows = new LazyRows<>(() -> total, slice -> finding.list(filter, slice));
  }

  public LazyRows<PersonSummary> getRows() {
    return rows;
  }

  public PersonFilter getFilter() {
    return filter;
  }

  public List<Choice> getMembers() {
    Collator collator = Collator.getInstance(language.get().locale());
    return finding.members().stream()
        .map(
            member ->
                new Choice(
                    member.code(),
                    member.name().in(language.get()),
                    member.code().equals(filter.member())))
        .sorted(Comparator.comparing(Choice::label, collator))
        .toList();
  }

  public String member(String code) {
    return code == null
        ? ""
        : directory
            .findMember(code)
            .map(MemberSummary::name)
            .map(name -> name.in(language.get()))
            .orElse(code);
  }
}
