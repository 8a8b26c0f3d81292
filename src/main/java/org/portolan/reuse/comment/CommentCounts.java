package org.portolan.reuse.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.portolan.platform.security.CurrentPerson;

/** How many comments practices have, for lists of those that somebody may read. */
@ApplicationScoped
public class CommentCounts {
  @Inject private CommentRepository comments;
  @Inject private CurrentPerson me;

  /**
   * By code; a practice without any is missing.
   *
   * @return empty for visitors, who neither read comments nor are told of any
   */
  @Transactional
  public Optional<Map<String, Integer>> shown(Collection<String> codes) {
    return me.isSignedIn() ? Optional.of(comments.countShown(codes)) : Optional.empty();
  }
}
