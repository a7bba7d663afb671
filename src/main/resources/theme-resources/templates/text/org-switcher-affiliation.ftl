<#ftl output_format="plainText">
${msg("orgSwitcherAffiliationText", organization, realmTitle, domain)}

    ${code}

${msg("orgSwitcherEmailMailMinutes", minutes)}

${msg("orgSwitcherAffiliationNotYou")}
