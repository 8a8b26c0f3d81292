package org.portolan.reuse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.YearMonth;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.region.Directory;
import org.portolan.reuse.UseSummary;

/** Who used a practice and when, in the words of the reader. */
@Named
@RequestScoped
public class UseWords {
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;

  public String member(String code) {
    return directory.findMember(code).map(member -> member.name().in(language.get())).orElse(code);
  }

  public String when(UseSummary use) {
    return use.month() == null
        ? String.valueOf(use.year())
        : formats.month(YearMonth.of(use.year(), use.month()));
  }
}
