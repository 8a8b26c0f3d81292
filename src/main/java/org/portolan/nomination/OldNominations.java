package org.portolan.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.portolan.platform.retention.RetentionRule;
import org.portolan.platform.storage.FileStore;

/**
 * What administrations wrote about those whom they sent, and their letters, counted from the end of
 * the session.
 */
@ApplicationScoped
class OldNominations implements RetentionRule {
  @Inject private NominationRepository nominations;
  @Inject private FileStore files;

  @Override
  public String kind() {
    return "nominations";
  }

  @Override
  public Period usual() {
    return Period.ofYears(1);
  }

  @Override
  public Period least() {
    return Period.ofDays(90);
  }

  @Override
  public int forget(Instant before, int most) {
    List<Long> letters = nominations.endedWithLetter(before, Nominations.FILES, most);
    letters.forEach(each -> files.release(Nominations.use(each)));
    return nominations.forgetWords(before, most) + letters.size();
  }
}
