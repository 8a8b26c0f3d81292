package org.portolan.administration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.BodySummary;
import org.portolan.region.Directory;
import org.portolan.region.ReferenceData;
import org.portolan.region.ReferenceKind;
import org.portolan.region.ViceChair;

/** The reference data that the Secretariat keeps: Members, bodies, or terms of Vice-Chairs. */
@Named("referenceList")
@RequestScoped
public class ReferenceListBean {
  @Inject private PageParameters parameters;
  @Inject private ReferenceData data;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private ReferenceKind kind;
  private String region;
  private String words;
  private List<Row> rows;

  @PostConstruct
  void read() {
    data.requireEditor();
    kind = ReferenceKind.of(String.valueOf(parameters.get("of"))).orElse(ReferenceKind.BODY);
    region = parameters.get("region");
    words = parameters.get("words");
    Collator collator = Collator.getInstance(language.get().locale());
    rows =
        all()
            .filter(row -> region == null || region.equals(row.regionCode()))
            .filter(row -> words == null || row.has(words.toLowerCase(Locale.ROOT)))
            .sorted(Comparator.comparing(Row::name, collator).thenComparing(Row::code))
            .toList();
  }

  private Stream<Row> all() {
    return switch (kind) {
      case MEMBER ->
          directory.members().stream()
              .map(
                  member ->
                      new Row(
                          member.code(),
                          member.name().in(language.get()),
                          "",
                          member.regionCode(),
                          region(member.regionCode()),
                          member.city(),
                          false));
      case BODY -> directory.everyBody().stream().map(this::row);
      case VICE_CHAIR ->
          directory.regions().stream()
              .flatMap(each -> directory.viceChairs(each.code()).stream())
              .map(this::row);
    };
  }

  private Row row(BodySummary body) {
    return new Row(
        body.code(),
        body.name().in(language.get()),
        texts.get("region.kind." + body.kind().code()),
        body.regionCode(),
        region(body.regionCode()),
        body.city() == null ? "" : body.city(),
        body.closedOn() != null);
  }

  private Row row(ViceChair term) {
    String since = String.valueOf(term.known());
    return new Row(
        term.code(),
        directory
            .findMember(term.memberCode())
            .map(member -> member.name().in(language.get()))
            .orElse(term.memberCode()),
        "",
        term.regionCode(),
        region(term.regionCode()),
        term.until() == null ? since : since + " – " + term.until(),
        false);
  }

  private String region(String code) {
    return directory.findRegion(code).map(found -> found.name().in(language.get())).orElse("");
  }

  public ReferenceKind getKind() {
    return kind;
  }

  public String getWords() {
    return words;
  }

  public List<Row> getRows() {
    return rows;
  }

  public List<Choice> getKinds() {
    return Arrays.stream(ReferenceKind.values())
        .map(
            each ->
                new Choice(each.code(), texts.get("region.desk.of." + each.code()), each == kind))
        .toList();
  }

  public List<Choice> getRegions() {
    return directory.regions().stream()
        .map(each -> new Choice(each.code(), region(each.code()), each.code().equals(region)))
        .toList();
  }

  /** What was just done, or null. */
  public String getDone() {
    return "saved".equals(parameters.get("done")) ? "saved" : null;
  }

  /**
   * A record in the list.
   *
   * @param what its kind in words, for a body
   * @param detail where it is, or when it was
   */
  public record Row(
      String code,
      String name,
      String what,
      String regionCode,
      String region,
      String detail,
      boolean closed) {

    boolean has(String words) {
      return (name + ' ' + code + ' ' + detail).toLowerCase(Locale.ROOT).contains(words);
    }
  }
}
