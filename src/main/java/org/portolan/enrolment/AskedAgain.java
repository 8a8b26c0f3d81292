package org.portolan.enrolment;

import java.util.List;
import org.portolan.approval.Approver;
import org.portolan.approval.Difference;

/**
 * Why an approver who agreed is asked again.
 *
 * @param seen number of the last change that is shown; whoever answers says it
 * @param differences from what they agreed to, each to what it is now
 */
public record AskedAgain(Approver approver, long seen, List<Difference> differences) {}
