package org.portolan.attachment.download;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticeDownloads;

/** What was taken: editors see it by item for their regions, everybody one figure of a practice. */
@ApplicationScoped
public class Downloads implements PracticeDownloads {
  /** Days to choose from; the second where nothing is chosen. */
  public static final List<Integer> PERIODS = List.of(7, 30, 90, 365);

  public static final int USUAL = 30;

  @Inject private DownloadRepository repository;
  @Inject private DownloadTally tally;
  @Inject private KnowledgeService knowledge;
  @Inject private Clock clock;

  @Override
  public void paperTaken(long practice, String language) {
    tally.paperTaken(practice, language);
  }

  @Override
  @Transactional
  public long taken(long practice) {
    return repository.taken(practice);
  }

  /** Of the files of a practice, by their numbers, since they are counted by day. */
  @Transactional
  public Map<Long, Long> files(long practice) {
    return repository.files(practice);
  }

  /**
   * Whatever was taken of the practices of the editor's regions.
   *
   * @param days one of {@link #PERIODS}
   */
  @Transactional
  public List<DownloadLine> desk(int days, DownloadOrder order) {
    return repository.lines(knowledge.ownRegions(), since(days), order);
  }

  /** The same day by day, the last first. */
  @Transactional
  public List<DownloadDay> byDay(int days) {
    return repository.days(knowledge.ownRegions(), since(days));
  }

  /** Today is one of them. */
  private LocalDate since(int days) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days - 1L);
  }
}
