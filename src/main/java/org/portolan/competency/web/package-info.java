/** The pages and REST resources of competencies and job profiles. */
package org.portolan.competency.web;
