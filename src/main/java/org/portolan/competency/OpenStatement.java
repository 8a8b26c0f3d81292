package org.portolan.competency;

import java.time.LocalDate;

/** What an officer says they can and nobody has confirmed yet, for those who do. */
public record OpenStatement(
    long id,
    String person,
    String post,
    String memberCode,
    String competency,
    int level,
    LocalDate day) {}
