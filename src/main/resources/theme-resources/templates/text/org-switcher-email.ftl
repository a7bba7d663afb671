<#ftl output_format="plainText">
<#if code??>
${msg("orgSwitcherEmailMailCode", realmTitle)}

    ${code}

</#if>
<#if link??>
${code???then(msg("orgSwitcherEmailMailOrLink"), msg("orgSwitcherEmailMailLink", realmTitle))}

${link}

</#if>
${msg("orgSwitcherEmailMailMinutes", minutes)}

${msg("orgSwitcherEmailMailOpens")}

${msg("orgSwitcherEmailMailNotYou")}
