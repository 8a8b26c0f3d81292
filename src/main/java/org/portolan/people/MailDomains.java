package org.portolan.people;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The domains of mail that are known to be those of an administration; answered from above. */
public interface MailDomains {
  /** By code of the Member, in one question; those of which nothing is known may be left out. */
  Map<String, Set<String>> of(Collection<String> members);
}
