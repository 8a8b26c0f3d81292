package org.portolan.office.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.portolan.office.MandateSummary;
import org.portolan.office.Office;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.Scope;
import org.portolan.region.Directory;

/** Offices, bodies and states of mandates in the words of the reader. */
@Named
@RequestScoped
public class OfficeWords {
  @Inject private Directory directory;
  @Inject private CurrentLanguage current;
  @Inject private Texts texts;

  public String office(Office office) {
    return texts.get("office.office." + office.code());
  }

  /** The name of what an office is held for; empty for the whole platform. */
  public String body(Scope scope) {
    Language language = current.get();
    String code = scope.code();
    return switch (scope.kind()) {
      case MEMBER -> directory.findMember(code).map(m -> m.name().in(language)).orElse(code);
      case CENTRE, BODY -> directory.findBody(code).map(b -> b.name().in(language)).orElse(code);
      case REGION -> directory.findRegion(code).map(r -> r.name().in(language)).orElse(code);
      case PLATFORM -> "";
    };
  }

  /** As people say it: "National Coordinator, Sankoro". */
  public String held(Office office, Scope scope) {
    String body = body(scope);
    return body.isEmpty() ? office(office) : texts.of2("office.held", office(office), body);
  }

  /** Class of the badge that shows how a mandate stands. */
  public String look(MandateSummary mandate) {
    return switch (mandate.state()) {
      case HELD -> "ok";
      case COMING -> "wait";
      case READING, OVER -> "no";
    };
  }

  public String icon(MandateSummary mandate) {
    return "/resources/portolan/sprite.svg#"
        + switch (mandate.state()) {
          case HELD -> "check";
          case COMING -> "clock";
          case READING -> "eye";
          case OVER -> "history";
        };
  }
}
