package org.portolan.knowledge.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.Licence;
import org.portolan.knowledge.PracticeDownloads;
import org.portolan.knowledge.PracticeSummary;
import org.portolan.knowledge.PracticeView;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.OpenTo;
import org.portolan.platform.web.AutomaticReader;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.QueryParameters;
import org.portolan.region.Directory;
import org.portolan.thesaurus.ThemeNames;

/**
 * A practice on paper, for whoever may read it. Laying one out takes a moment of a whole processor,
 * so one that is still right is kept, and few are made at a time.
 */
@OpenTo("everyone")
@WebServlet("/practice-paper")
public class PracticePaperServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int AT_ONCE = 2;
  private static final long PATIENCE = 20;

  @Inject private transient KnowledgeService knowledge;
  @Inject private transient PracticeParts parts;
  @Inject private transient CurrentLanguage language;
  @Inject private transient Directory directory;
  @Inject private transient ThemeNames themes;
  @Inject private transient Installation installation;
  @Inject private transient PracticeDownloads taken;

  private final transient Semaphore turns = new Semaphore(AT_ONCE);
  private final transient Cache<Asked, byte[]> papers =
      Caffeine.newBuilder()
          .maximumWeight(8L * 1024 * 1024)
          .weigher((Asked asked, byte[] paper) -> paper.length)
          .build();

  private record Asked(String code, String language, Instant updatedAt) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String code = QueryParameters.text(request.getParameter("code"));
    Language wanted =
        Language.of(String.valueOf(request.getParameter("in"))).orElseGet(() -> language.get());
    PracticeView view = code == null ? null : knowledge.find(code, wanted).orElse(null);
    if (view == null) {
      throw new NotFound("practice " + code);
    }
    byte[] paper = made(view);
    if (paper == null) {
      response.setHeader("Retry-After", "5");
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    response.setContentType("application/pdf");
    response.setContentLength(paper.length);
    response.setHeader(
        "Content-Disposition",
        "inline; filename=\"" + view.summary().code() + "-" + view.summary().language() + ".pdf\"");
    response.getOutputStream().write(paper);
    if (view.summary().published()
        && request.getMethod().equals("GET")
        && !AutomaticReader.asks(request)) {
      taken.paperTaken(view.id(), view.summary().language());
    }
  }

  /** Null where others keep all turns for too long. */
  private byte[] made(PracticeView view) {
    PracticeSummary practice = view.summary();
    Asked asked = new Asked(practice.code(), practice.language(), practice.updatedAt());
    byte[] kept = papers.getIfPresent(asked);
    if (kept != null) {
      return kept;
    }
    try {
      if (!turns.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
        return null;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
    try {
      return papers.get(asked, missing -> paper(view).pdf());
    } finally {
      turns.release();
    }
  }

  private PracticePaper paper(PracticeView view) {
    PracticeSummary practice = view.summary();
    Language written = Language.of(practice.language()).orElse(Language.EN);
    return new PracticePaper(
        written,
        Texts.text(written, "knowledge.practice.badge"),
        practice.title(),
        practice.summary(),
        facts(view, written),
        parts.of(view.body(), view.kind(), practice.language()),
        installation.baseUrl() + "/knowledge/" + practice.code());
  }

  private Map<String, String> facts(PracticeView view, Language written) {
    PracticeSummary practice = view.summary();
    Map<String, String> facts = new LinkedHashMap<>();
    String region =
        directory
            .findRegion(practice.regionCode())
            .map(found -> found.name().in(written))
            .orElse(practice.regionCode());
    facts.put(
        Texts.text(written, "knowledge.practice.where"),
        practice.memberCode() == null
            ? region
            : directory
                .findMember(practice.memberCode())
                .map(member -> member.name().in(written) + " · " + region)
                .orElse(region));
    facts.put(
        Texts.text(written, "knowledge.filter.theme"), themes.in(written, practice.themeCode()));
    facts.put(Texts.text(written, "knowledge.filter.year"), String.valueOf(practice.year()));
    Dates dates = new Dates(written);
    if (practice.published()) {
      facts.put(
          Texts.text(written, "knowledge.practice.published"),
          dates.date(practice.publishedAt().atZone(ZoneOffset.UTC).toLocalDate()));
      facts.put(Texts.text(written, "knowledge.practice.version"), String.valueOf(view.edition()));
    } else {
      facts.put(
          Texts.text(written, "knowledge.desk.state"),
          Texts.text(written, "knowledge.state.draft"));
    }
    Licence.of(view.source().licence())
        .ifPresent(
            licence ->
                facts.put(
                    Texts.text(written, "knowledge.form.licence"),
                    (licence.label() == null
                            ? Texts.text(written, "knowledge.licence." + licence.code())
                            : licence.label())
                        + ". "
                        + Texts.format(
                            written,
                            "knowledge.practice.consent",
                            view.source().consentFrom(),
                            dates.date(LocalDate.parse(view.source().consentOn())))));
    return facts;
  }
}
