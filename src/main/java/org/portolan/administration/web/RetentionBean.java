package org.portolan.administration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.portolan.platform.forgetting.KeptKind;
import org.portolan.platform.forgetting.RetentionDesk;
import org.portolan.platform.i18n.Texts;

/** How long each kind of record is kept, and what was forgotten the last time. */
@Named("retentionPage")
@RequestScoped
public class RetentionBean {
  @Inject private RetentionDesk desk;
  @Inject private Texts texts;

  private List<KeptKind> kinds;

  @PostConstruct
  void read() {
    kinds = desk.list();
  }

  public List<KeptKind> getKinds() {
    return kinds;
  }

  public String period(KeptKind kind) {
    return kind.period().forGood()
        ? texts.get("administration.retention.never")
        : words(kind.period().length());
  }

  public String least(KeptKind kind) {
    return texts.of("administration.retention.least", words(kind.least()));
  }

  private String words(Period period) {
    List<String> parts = new ArrayList<>();
    add(parts, "administration.retention.years", period.getYears());
    add(parts, "administration.retention.months", period.getMonths());
    add(parts, "administration.retention.days", period.getDays());
    return String.join(" + ", parts);
  }

  private void add(List<String> parts, String key, int number) {
    if (number > 0) {
      parts.add(texts.of(key, number));
    }
  }
}
