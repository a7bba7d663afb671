<#ftl output_format="plainText">
${msg("orgSwitcherLostName", realmTitle)}

${msg("orgSwitcherLostNameNew", name)}

${msg("orgSwitcherLostNameKept")}
