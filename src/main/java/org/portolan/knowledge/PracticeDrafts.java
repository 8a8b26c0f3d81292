package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/**
 * What editors write on: a draft itself, or the working copy beside what readers see. Readers are
 * shown nothing that comes from here.
 */
@ApplicationScoped
class PracticeDrafts {
  @Inject private PracticeRepository practices;
  @Inject private KnowledgePermissions permissions;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** A practice of one of the editor's own regions. */
  Practice find(String code) {
    permissions.requireEditor();
    return allowed(practices.findByCode(code).orElseThrow(() -> new NotFound("practice " + code)));
  }

  /**
   * The same, to be changed.
   *
   * @throws ChangedMeanwhile when it is no longer what the editor saw
   */
  Practice lock(String code, int version) {
    Practice practice = lock(code);
    if (practice.version() != version) {
      throw new ChangedMeanwhile();
    }
    return practice;
  }

  /** The same in whatever state it is. */
  Practice lock(String code) {
    permissions.requireEditor();
    return allowed(practices.lockByCode(code).orElseThrow(() -> new NotFound("practice " + code)));
  }

  private Practice allowed(Practice practice) {
    if (!permissions.edits(practice.regionCode())) {
      throw new NotAllowed();
    }
    return practice;
  }

  /** As editors see it: what readers see, where nobody writes on it. */
  PracticeContent content(Practice practice) {
    return practice.draft()
        ? practice.shown()
        : practices.work(practice.id()).map(WorkingCopy::content).orElseGet(practice::shown);
  }

  void keep(Practice practice, PracticeContent content) {
    if (practice.draft()) {
      practice.redraft(content, me.id(), clock.instant());
      return;
    }
    practice.write(me.id(), clock.instant());
    practices
        .work(practice.id())
        .ifPresentOrElse(
            copy -> copy.change(content),
            () -> practices.add(new WorkingCopy(practice.id(), content)));
  }

  void drop(Practice practice) {
    practices.work(practice.id()).ifPresent(practices::remove);
  }
}
