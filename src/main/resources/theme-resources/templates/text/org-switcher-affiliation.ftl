<#ftl output_format="plainText">
${msg("orgSwitcherAffiliationText", "\n", realmTitle, domain)?replace("\n", organization)}

    ${code}

${msg("orgSwitcherEmailMailMinutes", minutes)}

${msg("orgSwitcherAffiliationNotYou")}
