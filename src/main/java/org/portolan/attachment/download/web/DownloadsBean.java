package org.portolan.attachment.download.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.portolan.attachment.download.DownloadLine;
import org.portolan.attachment.download.DownloadOrder;
import org.portolan.attachment.download.Downloads;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;

/** What was taken of the practices of an editor's regions. */
@Named("downloadDesk")
@RequestScoped
public class DownloadsBean {
  @Inject private Downloads downloads;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private int days;
  private DownloadOrder order;
  private List<DownloadLine> lines;

  /** Reads what the address asks for. */
  public void open() {
    days = days(parameters.number("days", Downloads.USUAL));
    String sort = parameters.get("sort");
    order =
        sort == null
            ? DownloadOrder.RECENT
            : DownloadOrder.of(sort).orElseThrow(() -> new NotFound("order " + sort));
    lines = downloads.desk(days, order);
  }

  /** One of the periods. */
  static int days(long wished) {
    return Downloads.PERIODS.stream()
        .filter(each -> each == wished)
        .findFirst()
        .orElseThrow(() -> new NotFound("days " + wished));
  }

  public List<DownloadLine> getLines() {
    return lines;
  }

  public int getDays() {
    return days;
  }

  public String getSort() {
    return order.code();
  }

  public List<Choice> getPeriods() {
    return Downloads.PERIODS.stream()
        .map(
            each ->
                new Choice(
                    each.toString(),
                    Texts.format(language.get(), "attachment.taken.days", each),
                    each == days))
        .toList();
  }

  public List<Choice> getOrders() {
    return Arrays.stream(DownloadOrder.values())
        .map(
            each ->
                new Choice(
                    each.code(), texts.word("attachment.taken.sort", each.code()), each == order))
        .toList();
  }
}
