<#ftl output_format="plainText">
${msg("orgSwitcherLostName", realmTitle)}

${msg("orgSwitcherLostNameNew", "\n")?replace("\n", name)}

${msg("orgSwitcherLostNameKept")}
