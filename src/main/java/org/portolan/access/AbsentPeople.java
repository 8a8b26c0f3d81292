package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import org.portolan.platform.security.SignedIn;

/**
 * People for whom something is done while they are not there: what they hold is what they would
 * hold had they signed in at this moment with the best that they have. Roles that rest without a
 * second factor rest for those who have none.
 */
@ApplicationScoped
public class AbsentPeople {
  @Inject private AccessTokens tokens;

  /**
   * By number, in one statement and one more for each who holds an office; whose account is none
   * any more is left out.
   */
  public Map<Long, SignedIn> of(Collection<Long> ids) {
    return ids.isEmpty() ? Map.of() : tokens.absent(ids);
  }
}
