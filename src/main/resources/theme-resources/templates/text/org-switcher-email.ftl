<#ftl output_format="plainText">
<#if linked??>
${msg("orgSwitcherEmailMailLinking", realmTitle, linked)}

</#if>
<#if code??>
${msg("orgSwitcherEmailMailCode", realmTitle)}

    ${code}

</#if>
<#if link??>
${code???then(msg("orgSwitcherEmailMailOrLink"), msg("orgSwitcherEmailMailLink", realmTitle))}

${link}

</#if>
${msg("orgSwitcherEmailMailMinutes", minutes)}

${msg(linked???then("orgSwitcherEmailMailLinkingOpens", "orgSwitcherEmailMailOpens"))}

${msg("orgSwitcherEmailMailAsked", asked)}
${msg("orgSwitcherEmailMailNotYou")}
